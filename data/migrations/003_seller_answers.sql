-- When the seller answered a dispute, and what was offered.

ALTER TABLE disputes ADD COLUMN answered_at INTEGER;
ALTER TABLE disputes ADD COLUMN offer_minor INTEGER;
ALTER TABLE disputes ADD COLUMN offer_currency TEXT
  CHECK (length(offer_currency) = 3 AND (offer_minor IS NULL) = (offer_currency IS NULL));
