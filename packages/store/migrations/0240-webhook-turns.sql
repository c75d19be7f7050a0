-- A webhook is told one thing at a time, and is switched off only when it fails again and again.
alter table throughline.webhooks
  -- Nothing is sent before: a delivery is under way, or has just failed.
  add column busy_until timestamptz,
  -- When a delivery (no test) failed last.
  add column failed_at timestamptz;
