-- Order numbers in before-images that their order no longer has, because it was removed, its addition was undone,
-- or its number changed. This finds the history of a number without reading the whole journal.

CREATE TABLE former_numbers (
  number     TEXT NOT NULL,
  order_id   INTEGER NOT NULL,
  last_entry INTEGER NOT NULL,
  PRIMARY KEY (number, order_id)
) STRICT, WITHOUT ROWID;

INSERT INTO former_numbers (number, order_id, last_entry)
SELECT number, order_id, max(entry_id)
FROM (
  SELECT CASE WHEN json_valid(before) THEN json_extract(before, '$.orders[0].number') END AS number,
    order_id, entry_id
  FROM changes
  WHERE before IS NOT NULL
) AS images
WHERE number IS NOT NULL
  AND number IS NOT (SELECT orders.number FROM orders WHERE orders.id = images.order_id)
GROUP BY number, order_id;
