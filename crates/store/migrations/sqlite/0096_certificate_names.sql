-- The common name of what is to be certified, by which lists are searched.

ALTER TABLE certificate_order ADD COLUMN common_name TEXT;

UPDATE certificate_order SET common_name = json_extract(request, '$.names[0]') WHERE request IS NOT NULL;
