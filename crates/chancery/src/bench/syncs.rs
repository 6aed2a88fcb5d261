//! How often a server had its disk sync what answers wait for, as it tells itself.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Reads `chancery_store_syncs_total` from the metrics of a server.
#[derive(Debug)]
pub(super) struct SyncCounter(SocketAddr);

impl SyncCounter {
    /// For the server that listens here for HTTP.
    pub(super) fn of(http: SocketAddr) -> Self {
        Self(http)
    }

    /// The count now; only differences mean something.
    pub(super) fn read(&self) -> Option<u64> {
        count(&self.metrics().ok()?)
    }

    fn metrics(&self) -> io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&self.0, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let request = format!("GET /metrics HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.0);
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).map(|_| answer)
    }
}

fn count(metrics: &str) -> Option<u64> {
    let value = |line: &str| line.strip_prefix("chancery_store_syncs_total ")?.trim().parse().ok();
    metrics.lines().find_map(value)
}

const PATIENCE: Duration = Duration::from_secs(5);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_found_among_the_metrics() {
        let metrics =
            "# TYPE chancery_store_syncs counter\r\nchancery_store_syncs_total 17\nchancery_domains 3\n";
        assert_eq!(count(metrics), Some(17));
        assert_eq!(count("HTTP/1.1 404 Not Found\r\n\r\n"), None);
    }

    #[test]
    fn without_a_server_there_is_no_count() {
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        assert_eq!(SyncCounter::of(free).read(), None);
    }
}
