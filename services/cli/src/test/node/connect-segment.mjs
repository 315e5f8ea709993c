// What a shop on Node does, with the library of Segment as it is.
import { Analytics } from '@segment/analytics-node';

// docs:
const analytics = new Analytics({ writeKey: process.env.WRITE_KEY, host: process.env.GATEWAY_URL });
analytics.identify({ userId: 'node-1', traits: { email: 'ann@example.org', region: 'north' } });
analytics.track({ userId: 'node-1', event: 'Order Completed', properties: { revenue: 25, currency: 'EUR' } });
await analytics.closeAndFlush();
// :docs

const more = new Analytics({ writeKey: process.env.WRITE_KEY, host: process.env.GATEWAY_URL });
more.page({ userId: 'node-1', name: 'Home' });
more.screen({ userId: 'node-1', name: 'Cart' });
more.group({ userId: 'node-1', groupId: 'g-1' });
more.alias({ userId: 'node-1', previousId: 'visitor-1' });
await more.closeAndFlush();
