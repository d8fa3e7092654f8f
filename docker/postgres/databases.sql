-- Run once by the image, when the volume is empty. The services create the tables.
create database hq;
create database channel_harbor;
create database channel_online;
