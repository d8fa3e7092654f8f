-- Run once, by the image, when the volume is empty. The tables are made by the services.
create database hq;
create database channel_harbor;
create database channel_online;
