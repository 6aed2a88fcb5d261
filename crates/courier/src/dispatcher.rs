use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crew::{Crew, Desk};
use engine::ops::due::Delivered;
use engine::ports::{Access, Ask, Courier, Parcel, Port, Undelivered, UndeliveredKind};
use engine::{Actor, Engine, Request};

use crate::waiting::{Line, Place, Room, Waiting};

/// How many parcels are carried at once and how many may wait.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Threads that carry.
    pub couriers: usize,
    /// Parcels that may wait in all. What does not fit is handed out again when its next reminder comes.
    pub waiting: usize,
    /// Notices and letters of one account that may wait, so many of each.
    pub waiting_of_account: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { couriers: 4, waiting: 4096, waiting_of_account: 256 }
    }
}

/// What was done since the start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Parcels that arrived.
    pub delivered: u64,
    /// Attempts that failed.
    pub failed: u64,
    /// Parcels that were not tried for lack of room or because their receiver was just found away.
    pub dropped: u64,
}

/// Takes parcels from the runner of what is due, has them carried on threads of its own, and reports what arrived.
pub struct Dispatcher {
    office: Arc<Office>,
    crew: Crew<Parcels>,
}

struct Office {
    engine: Engine,
    courier: Arc<dyn Courier>,
    room: Room,
    desk: Arc<Desk<Parcels>>,
    delivered: AtomicU64,
    failed: AtomicU64,
    dropped: AtomicU64,
}

/// All that has been taken and is not done.
#[derive(Default)]
struct Parcels {
    waiting: Waiting,
    /// Parcels under way, and those that arrived and are not reported yet.
    open: usize,
}

impl crew::Line for Parcels {
    type Work = Parcel;

    fn next(&mut self) -> Option<Parcel> {
        let parcel = self.waiting.next()?;
        self.open += 1;
        Some(parcel)
    }
}

impl Dispatcher {
    /// Starts the threads.
    ///
    /// # Errors
    /// The operating system gives no more threads.
    pub fn start(engine: Engine, courier: Arc<dyn Courier>, settings: Settings) -> std::io::Result<Self> {
        let desk = Arc::new(Desk::new(Parcels::default()));
        let office = Arc::new(Office {
            engine,
            courier,
            room: Room { most: settings.waiting, most_of_line: settings.waiting_of_account },
            desk: Arc::clone(&desk),
            delivered: AtomicU64::new(0),
            failed: AtomicU64::new(0),
            dropped: AtomicU64::new(0),
        });
        let at_work = Arc::clone(&office);
        let crew = Crew::start("courier", settings.couriers, desk, move |parcel| at_work.handle(&parcel))?;
        Ok(Self { office, crew })
    }

    /// Takes parcels. Never waits: what finds no room is handed out again when its next reminder comes.
    pub fn take(&self, parcels: impl IntoIterator<Item = Parcel>) {
        let Office { desk, room, dropped, .. } = &*self.office;
        desk.change(|taken, is_open| {
            for parcel in parcels {
                let (cargo, account) = (parcel.cargo.id(), parcel.account.clone());
                if !is_open || taken.waiting.put(parcel, *room) == Place::Full {
                    dropped.fetch_add(1, Ordering::Relaxed);
                    tracing::warn!(%cargo, %account, "no room for a delivery: it waits for its next attempt");
                }
            }
        });
    }

    /// Waits until nothing waits or is under way any more, and what arrived is recorded. `false` if that takes too
    /// long. Blocks.
    pub fn settle(&self, patience: Duration) -> bool {
        self.office.desk.wait(patience, |parcels| parcels.open == 0 && parcels.waiting.len() == 0)
    }

    /// What was done since the start.
    pub fn counts(&self) -> Counts {
        let read = |count: &AtomicU64| count.load(Ordering::Relaxed);
        let Office { delivered, failed, dropped, .. } = &*self.office;
        Counts { delivered: read(delivered), failed: read(failed), dropped: read(dropped) }
    }

    /// Ends: what waits stays for its next attempt, what is under way is waited for. Blocks, but no longer than told;
    /// couriers that take longer are left behind.
    pub fn close(self, patience: Duration) {
        if !self.crew.close(patience, |parcels| parcels.open == 0) {
            tracing::warn!("deliveries under way are left behind; they are made again after the next start");
        }
    }
}

impl Office {
    /// What a courier's thread does with a parcel.
    fn handle(&self, parcel: &Parcel) {
        let end = self.carry(parcel);
        self.note(parcel, &end);
        let receiver_is_away =
            matches!(end, Err(Failed::Carried(ref why)) if why.kind == UndeliveredKind::Unreachable);
        self.ended(parcel, receiver_is_away);
        match end {
            Ok(()) => self.report(parcel),
            Err(_) => close_one(&self.desk),
        }
    }

    fn carry(&self, parcel: &Parcel) -> Result<(), Failed> {
        let ask = Ask {
            account: &parcel.account,
            operation: outcomes::Operation::NoticeDelivery,
            object: parcel.cargo.object(),
            access: Access::Writes,
            step: None,
        };
        self.engine.reach(Port::Mail, &ask).map_err(|fault| Failed::Ordered(fault.message))?;
        // A courier that panics has not delivered, and the thread goes on with the next parcel.
        panic::catch_unwind(AssertUnwindSafe(|| self.courier.deliver(parcel)))
            .unwrap_or_else(|_| Err(Undelivered::refused("the courier panicked")))
            .map_err(Failed::Carried)
    }

    fn note(&self, parcel: &Parcel, end: &Result<(), Failed>) {
        let (cargo, account, attempt) = (parcel.cargo.id(), &parcel.account, parcel.attempt);
        let Err(failed) = end else {
            self.delivered.fetch_add(1, Ordering::Relaxed);
            tracing::debug!(%cargo, %account, attempt, "delivered");
            return;
        };
        self.failed.fetch_add(1, Ordering::Relaxed);
        let why = match failed {
            Failed::Ordered(message) => message,
            Failed::Carried(undelivered) => &undelivered.message,
        };
        match parcel.next_at {
            Some(next_at) => tracing::warn!(%cargo, %account, attempt, why, %next_at, "not delivered"),
            None => {
                tracing::error!(%cargo, %account, attempt, why, "not delivered, and given up")
            }
        }
    }

    /// Lets the line's next parcel go; what waits for a receiver that is away would only wait in vain.
    fn ended(&self, parcel: &Parcel, receiver_is_away: bool) {
        self.desk.change(|Parcels { waiting, .. }, _| {
            if receiver_is_away {
                let cleared = waiting.clear(Line::of(parcel));
                self.dropped.fetch_add(cleared.try_into().unwrap_or(u64::MAX), Ordering::Relaxed);
            }
            waiting.ended(Line::of(parcel));
        });
    }

    /// Records that a parcel arrived. If that fails it is sent again, and the receiver knows it by its id.
    fn report(&self, parcel: &Parcel) {
        let desk = Arc::clone(&self.desk);
        let cargo = parcel.cargo.id();
        let request = Request::new(Actor::server(), self.engine.new_operation());
        self.engine.command(request, Delivered { cargo }, move |end| {
            if let Err(failure) = end {
                tracing::warn!(%cargo, ?failure, "a delivery could not be recorded and will be made again");
            }
            close_one(&desk);
        });
    }
}

fn close_one(desk: &Desk<Parcels>) {
    desk.change(|parcels, _| parcels.open -= 1);
}

/// Why a parcel did not arrive.
enum Failed {
    /// Trouble that was ordered.
    Ordered(String),
    /// Trouble on the way.
    Carried(Undelivered),
}
