-- Which of the other tables have rows of an order, one bit each (src/store/columns.h). Reading a
-- single order queries only those; querying all of them took most of the time.

ALTER TABLE orders ADD COLUMN lists INTEGER;

UPDATE orders
SET lists = EXISTS (SELECT 1 FROM tags WHERE order_id = id)
  | (EXISTS (SELECT 1 FROM parcels WHERE order_id = id) << 1)
  | (EXISTS (SELECT 1 FROM extensions WHERE order_id = id) << 2)
  | (EXISTS (SELECT 1 FROM disputes WHERE order_id = id) << 3)
  | (EXISTS (SELECT 1 FROM evidence WHERE order_id = id) << 4)
  | (EXISTS (SELECT 1 FROM notes WHERE order_id = id) << 5);
