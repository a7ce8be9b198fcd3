-- Which channels there are, the product knows (ChannelName); a second list here would have to be changed with it.
alter table messaging.delivery drop constraint delivery_channel_check;
alter table messaging.template drop constraint template_channel_check;
