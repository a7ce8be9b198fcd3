-- Who logs in has confirmed a phone or an e-mail, and sees all orders that were placed with it; codes under way confirm a person alone.
alter table identity.login_code add column contact bytea;
