// What a page of a shop does, with the library of Segment for browsers as it is.
function connect(GATEWAY_URL, WRITE_KEY, deliveryStrategy) {
  const { AnalyticsBrowser } = AnalyticsNext;
  // docs:
  const analytics = AnalyticsBrowser.load(
    { writeKey: WRITE_KEY, cdnURL: GATEWAY_URL },
    { integrations: { 'Segment.io': {
      apiHost: new URL('/v1', GATEWAY_URL).href.replace(/^https?:\/\//, ''),
      protocol: new URL(GATEWAY_URL).protocol.replace(':', ''),
      deliveryStrategy,
    } } });
  // :docs
  return analytics;
}

// One customer: a page before anybody knows who it is, then all calls. Gives the name that the library had for the stranger.
async function visit(analytics, user) {
  await analytics.page('Landing');
  const stranger = (await analytics.user()).anonymousId();
  await analytics.identify(user, { email: `${user}@example.org`, region: 'west' });
  await analytics.page('Home');
  await analytics.track('Order Completed', { order_id: `order-of-${user}`, revenue: 25 });
  await analytics.screen('Cart');
  await analytics.group('g-1', { name: 'Initech' });
  await analytics.alias(user, `visitor-of-${user}`);
  return stranger;
}
