/** The process of a shard. */
import { runShard } from './shard.js';
import type { ShardOrder } from './shard.js';

process.once('message', (order) => {
  void runShard(order as ShardOrder, (news) => process.send?.(news)).then(() => {
    process.disconnect();
  });
});
