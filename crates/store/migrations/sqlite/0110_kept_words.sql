-- What was asked for and not carried out yet, in the words of the protocol by which it came, encrypted: with lines of orders that
-- are not submitted or can be asked for anew, and with items of carts.

ALTER TABLE order_line ADD COLUMN words BLOB;
ALTER TABLE cart_item ADD COLUMN words BLOB;
