-- Pages in German show an alert in German; messages and the API remain in English. Null: an alert of an earlier release.
alter table alert add column title_de varchar(500), add column explanation_de varchar(1000);
