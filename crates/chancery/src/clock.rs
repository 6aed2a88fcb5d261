//! The system's clock as the engine's.

use std::time::{SystemTime, UNIX_EPOCH};

use engine::model::Instant;
use engine::ports::Clock;

/// Reads the system's clock. The only place that does.
///
/// It may go back when the system's is set back; what must only grow (ids) does not rely on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the adapter behind the port")]
    fn now(&self) -> Instant {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Instant::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}
