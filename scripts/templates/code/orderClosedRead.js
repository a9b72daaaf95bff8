// The order number as the order system sends it.
const { body = {}, sample } = $input.first().json;
return [{ json: { orderId: String(body.orderId ?? '').trim(), sample: sample === true } }];
