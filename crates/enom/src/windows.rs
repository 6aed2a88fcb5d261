//! Lists that are told whole, however long they are.

use std::future::Future;

use engine::model::{Page, Window};
use engine::{Done, Failure};

/// Reads a list to its end through windows of so many rows, and puts row after row to what there is. So no more of it is held
/// than a window and what is made of it, and no question keeps the store for long.
///
/// What comes to the list or goes from it meanwhile shifts what follows, as between pages that a client asks for: a row may
/// then be told twice or left out.
///
/// # Errors
/// What any window meets.
pub(crate) async fn whole<T, A, F>(
    size: u32,
    read: impl Fn(Window) -> F,
    start: A,
    put: impl Fn(A, T) -> A,
) -> Result<Done<A>, Failure>
where
    F: Future<Output = Result<Done<Page<T>>, Failure>>,
{
    let (mut told, mut first) = (start, 0);
    loop {
        let done = read(Window { first, limit: size }).await?;
        let rows = done.answer.rows;
        let count = rows.len() as u64;
        told = rows.into_iter().fold(told, &put);
        first += count;
        // How many there are in all may have changed since the first window.
        if count < size.into() {
            return Ok(Done::new(done.outcome, told));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::future::ready;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use engine::{Fault, Outcome};

    use super::*;

    /// Reads so many numbers through windows of three; answers those that were told, and how many windows it took.
    fn told(count: u32, fails_at: Option<u64>) -> (Result<Vec<u32>, Failure>, u32) {
        let windows = Cell::new(0);
        let read = |window: Window| {
            windows.set(windows.get() + 1);
            ready(match fails_at {
                Some(place) if place == window.first => Err(Fault::internal("no disk").into()),
                _ => Ok(Done::new(Outcome::DomainsListed, Page::of((0..count).collect(), window))),
            })
        };
        let push = |mut told: Vec<u32>, number| {
            told.push(number);
            told
        };
        let reading = pin!(whole(3, read, Vec::new(), push));
        let Poll::Ready(end) = reading.poll(&mut Context::from_waker(Waker::noop())) else {
            panic!("nothing has to be waited for");
        };
        (end.map(|done| done.answer), windows.get())
    }

    #[test]
    fn a_list_is_read_to_its_end_in_order_and_no_further() {
        for (count, windows) in [(0, 1), (1, 1), (3, 2), (4, 2), (6, 3), (10, 4)] {
            let (all, took) = told(count, None);
            assert_eq!((all.unwrap(), took), ((0..count).collect(), windows), "{count}");
        }
    }

    #[test]
    fn what_a_later_window_meets_is_told() {
        let (end, took) = told(10, Some(3));
        assert!(matches!(end, Err(Failure::Fault(_))));
        assert_eq!(took, 2);
    }
}
