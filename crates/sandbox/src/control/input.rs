//! Reading requests: names in paths, JSON bodies, query strings.

use std::future::poll_fn;
use std::pin::Pin;

use axum::body::{Body, HttpBody};
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use engine::model::{Clid, Currency, DomainName, Instant, Money};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::problem::Problem;

/// The names that stand in a path.
#[derive(Clone, Debug)]
pub(super) struct Named<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Named<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = Path::<T>::from_request_parts(parts, state).await;
        path.map(|Path(names)| Self(names))
            .map_err(|error| Problem::malformed("path_malformed", error.body_text()))
    }
}

/// A body in JSON, whatever its content type says: `curl -d` says something else. An empty one counts as `{}`.
#[derive(Clone, Debug)]
pub(super) struct Json<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let bytes = read(request.into_body()).await?;
        let text = if bytes.iter().all(u8::is_ascii_whitespace) { b"{}" } else { &bytes[..] };
        serde_json::from_slice(text).map(Self).map_err(|error| {
            Problem::malformed(
                "body_malformed",
                format_args!("the body is not what is expected here: {error}"),
            )
        })
    }
}

async fn read(body: Body) -> Result<Vec<u8>, Problem> {
    let (mut body, mut bytes) = (body, Vec::new());
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let broken =
            |error| Problem::malformed("body_broken", format_args!("the body could not be read: {error}"));
        let frame = frame.map_err(broken)?;
        let data = frame.data_ref().map_or(&[][..], |data| &data[..]);
        if bytes.len() + data.len() > LONGEST_BODY {
            return Err(Problem::too_large(format_args!("the body is longer than {LONGEST_BODY} bytes")));
        }
        bytes.extend_from_slice(data);
    }
    Ok(bytes)
}

/// The parameters of a query string. Each is taken once; what is left over at the end is a mistake.
#[derive(Clone, Debug)]
pub(super) struct Parameters {
    given: Vec<(String, String)>,
    known: Vec<&'static str>,
}

impl<S: Send + Sync> FromRequestParts<S> for Parameters {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        let given: Vec<_> =
            form_urlencoded::parse(query.as_bytes()).into_owned().take(MOST_PARAMETERS).collect();
        Ok(Self { given, known: Vec::new() })
    }
}

impl Parameters {
    /// The value of a parameter, if it is given.
    pub(super) fn take(&mut self, name: &'static str) -> Option<String> {
        self.known.push(name);
        let place = self.given.iter().position(|(given, _)| given == name)?;
        Some(self.given.remove(place).1)
    }

    /// A parameter that has to be read.
    pub(super) fn parsed<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&str, &str) -> Result<T, Problem>,
    ) -> Result<Option<T>, Problem> {
        self.take(name).map(|text| read(name, &text)).transpose()
    }

    /// How many at most, within bounds.
    pub(super) fn limit(&mut self, default: usize, most: usize) -> Result<usize, Problem> {
        let read = |name: &str, text: &str| {
            let count = text.parse::<usize>().ok().filter(|count| (1..=most).contains(count));
            count.ok_or_else(|| Problem::value(name, text, format_args!("it is a number from 1 to {most}")))
        };
        Ok(self.parsed("limit", read)?.unwrap_or(default))
    }

    /// Looks whether anything is left over.
    pub(super) fn end(self) -> Result<(), Problem> {
        let Some((name, value)) = self.given.first() else { return Ok(()) };
        let reason = if self.known.contains(&name.as_str()) {
            "it is given twice".to_owned()
        } else {
            format!("there is no such parameter; there are: {}", self.known.join(", "))
        };
        Err(Problem::value(name, value, reason))
    }
}

/// An amount as JSON has it: a text or a number.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Amount {
    /// Exact.
    Text(String),
    /// Exact as far as it has no more digits than a number holds.
    Number(serde_json::Number),
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
        }
    }
}

impl Amount {
    /// The amount in a currency.
    pub(super) fn money(&self, field: &str, currency: Currency) -> Result<Money, Problem> {
        let text = self.to_string();
        Money::parse(&text, currency).ok_or_else(|| {
            let decimals = currency.decimals();
            let reason =
                format!("it is an amount of {currency} with {decimals} decimals at most, such as \"1000\"");
            Problem::value(field, &text, reason)
        })
    }

    /// The amount, which must not be negative, in smallest units.
    pub(super) fn positive(&self, field: &str, currency: Currency) -> Result<u64, Problem> {
        let money = self.money(field, currency)?;
        match u64::try_from(money.minor) {
            Err(_) => Err(Problem::value(field, money, "it must not be negative")),
            Ok(minor) if minor > MOST_MONEY => {
                Err(Problem::value(field, money, "there is not that much money"))
            }
            Ok(minor) => Ok(minor),
        }
    }

    /// The same for amounts that are kept small.
    pub(super) fn limit(&self, field: &str, currency: Currency) -> Result<u32, Problem> {
        let minor = self.positive(field, currency)?;
        u32::try_from(minor).map_err(|_| {
            let most = Money::new(u32::MAX.into(), currency);
            Problem::value(field, self, format_args!("{most} {currency} is the most"))
        })
    }
}

/// An account's id.
pub(super) fn clid(field: &str, text: &str) -> Result<Clid, Problem> {
    Clid::parse(text)
        .map_err(|_| Problem::value(field, text, "an account's id has 3 to 16 visible ASCII characters"))
}

/// A domain's name.
pub(super) fn domain_name(text: &str) -> Result<DomainName, Problem> {
    DomainName::parse(text).map_err(Problem::from)
}

/// A moment.
pub(super) fn moment(field: &str, text: &str) -> Result<Instant, Problem> {
    Instant::parse(text).map_err(|_| {
        Problem::value(field, text, "write a moment as RFC 3339 has it, such as 2027-03-01T12:00:00Z")
    })
}

/// A pattern for names.
pub(super) fn pattern(field: &str, text: &str) -> Result<crate::faults::Pattern, Problem> {
    text.to_owned().try_into().map_err(|reason: String| Problem::value(field, text, reason))
}

/// In smallest units: thousands of payments of this size fit into a balance.
const MOST_MONEY: u64 = 1_000_000_000_000_000;
const LONGEST_BODY: usize = 64 * 1024;
const MOST_PARAMETERS: usize = 64;
