-- A tracked storyline in which nothing moves for so many days falls dormant; null: it never does by itself.
alter table throughline.storylines
  add column dormant_days integer default 30 check (dormant_days between 1 and 365),
  -- When somebody last said how it looks out for more: that moves it as well.
  add column tracking_set_at timestamptz;
