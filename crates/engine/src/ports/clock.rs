use crate::model::Instant;

/// Tells the time. The only clock the engine knows.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Instant;
}
