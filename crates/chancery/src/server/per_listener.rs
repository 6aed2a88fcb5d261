//! Something for each listener.

use std::fmt;
use std::net::SocketAddr;

use serde::Deserialize;

/// Something for each listener that there is. A further listener is a field here and a line in [`PerListener::try_map`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default, bound(deserialize = "T: Deserialize<'de>"))]
pub(crate) struct PerListener<T> {
    /// EPP over TLS.
    pub(crate) epp: Option<T>,
    /// Nominet's EPP over TLS, std family.
    pub(crate) nominet: Option<T>,
    /// Nominet's EPP over TLS, nom family.
    pub(crate) nominet_classic: Option<T>,
    /// Nominet's EPP without TLS, std family.
    pub(crate) nominet_plain: Option<T>,
    /// RRP over TLS.
    pub(crate) rrp: Option<T>,
    /// HTTP.
    pub(crate) http: Option<T>,
    /// HTTP over TLS.
    pub(crate) https: Option<T>,
}

/// Where each listens, or is to listen.
pub(crate) type Addresses = PerListener<SocketAddr>;

impl<T> PerListener<T> {
    /// What becomes of each, told with the listener's name.
    ///
    /// # Errors
    /// The first one that comes to nothing.
    pub(crate) fn try_map<U, E>(
        self,
        mut made: impl FnMut(&'static str, T) -> Result<U, E>,
    ) -> Result<PerListener<U>, E> {
        let mut one = |name, value: Option<T>| value.map(|value| made(name, value)).transpose();
        Ok(PerListener {
            epp: one("epp", self.epp)?,
            nominet: one("nominet", self.nominet)?,
            nominet_classic: one("nominet_classic", self.nominet_classic)?,
            nominet_plain: one("nominet_plain", self.nominet_plain)?,
            rrp: one("rrp", self.rrp)?,
            http: one("http", self.http)?,
            https: one("https", self.https)?,
        })
    }

    /// The same where nothing can go wrong.
    pub(crate) fn map<U>(self, mut made: impl FnMut(T) -> U) -> PerListener<U> {
        let mapped = self.try_map(|_, value| Ok::<_, std::convert::Infallible>(made(value)));
        match mapped {
            Ok(mapped) => mapped,
            Err(never) => match never {},
        }
    }

    /// Each of them, where it is.
    pub(crate) fn as_ref(&self) -> PerListener<&T> {
        PerListener {
            epp: self.epp.as_ref(),
            nominet: self.nominet.as_ref(),
            nominet_classic: self.nominet_classic.as_ref(),
            nominet_plain: self.nominet_plain.as_ref(),
            rrp: self.rrp.as_ref(),
            http: self.http.as_ref(),
            https: self.https.as_ref(),
        }
    }

    /// Those that there are, by the names of the listeners.
    pub(crate) fn each(self) -> impl Iterator<Item = (&'static str, T)> {
        let mut all = Vec::new();
        let _ = self.try_map(|name, value| {
            all.push((name, value));
            Ok::<_, std::convert::Infallible>(())
        });
        all.into_iter()
    }
}

/// None of them.
impl<T> Default for PerListener<T> {
    fn default() -> Self {
        Self {
            epp: None,
            nominet: None,
            nominet_classic: None,
            nominet_plain: None,
            rrp: None,
            http: None,
            https: None,
        }
    }
}

impl<T: fmt::Display + Copy> fmt::Display for PerListener<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Vec<String> = self.each().map(|(name, value)| format!("{name} {value}")).collect();
        f.write_str(&all.join(", "))
    }
}
