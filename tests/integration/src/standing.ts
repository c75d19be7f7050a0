import type { Database } from '@throughline/store';

/** How a desk stands: where its wire is, how much it holds, how much is to be done now. */
export interface Standing {
  wire: string;
  sources: number;
  items: number;
  due: number;
  untagged: number;
}

export async function standing(db: Database): Promise<Standing> {
  const row = await db.row<Standing>(
    `select (select value->>'origin' from throughline.settings where key = 'sample-wire') as wire,
       (select count(*) from throughline.sources) as sources,
       (select count(*) from throughline.items) as items,
       (select count(*) from throughline.sources where next_check_at <= now()) as due,
       (select count(*) from throughline.items
         where tagged_epoch < (select epoch from throughline.topic_epoch)) as untagged`,
  );
  if (row === null) throw new Error('no row');
  return row;
}

export const settled = ({ due, untagged, items }: Standing) => due === 0 && untagged === 0 && items > 0;
