-- The time of the seller's answer to a dispute, and the offer.

ALTER TABLE disputes ADD COLUMN answered_at INTEGER;
ALTER TABLE disputes ADD COLUMN offer_minor INTEGER;
ALTER TABLE disputes ADD COLUMN offer_currency TEXT
  CHECK (length(offer_currency) = 3 AND (offer_minor IS NULL) = (offer_currency IS NULL));
