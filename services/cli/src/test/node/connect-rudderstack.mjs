// What a shop on Node does, with the library of RudderStack as it is.
import Analytics from '@rudderstack/rudder-sdk-node';

// docs:
const analytics = new Analytics(process.env.WRITE_KEY, { dataPlaneUrl: process.env.GATEWAY_URL });
analytics.identify({ userId: 'rudder-1', traits: { email: 'bob@example.org', region: 'east' } });
analytics.track({ userId: 'rudder-1', event: 'Order Completed', properties: { revenue: 25, currency: 'EUR' } });
await analytics.flush();
// :docs

analytics.page({ userId: 'rudder-1', name: 'Home' });
analytics.screen({ userId: 'rudder-1', name: 'Cart' });
analytics.group({ userId: 'rudder-1', groupId: 'g-1' });
analytics.alias({ userId: 'rudder-1', previousId: 'visitor-2' });
await analytics.flush();
