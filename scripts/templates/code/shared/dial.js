const dial = (number) => String(number ?? '').replace(/^\+86/, '');
