//! What can be asked, and how it is described. One table serves both the router and the OpenAPI document.

use axum::handler::Handler;
use axum::routing::{MethodFilter, MethodRouter, on};

use super::Control;

/// One method of one path.
pub(super) struct Route {
    /// In capitals.
    pub(super) method: &'static str,
    /// As the router has it: `/sandbox/accounts/{id}`.
    pub(super) path: &'static str,
    /// What it does, in one line.
    pub(super) summary: &'static str,
    /// The parameters of its query string.
    pub(super) query: &'static [Field],
    /// The fields of its body; `None` if it takes none.
    pub(super) body: Option<&'static [Field]>,
    /// What it answers, in one line.
    pub(super) answer: &'static str,
    /// Whether it makes something, so that a success is 201.
    pub(super) makes: bool,
    /// What does it.
    pub(super) service: MethodRouter<Control>,
}

/// A parameter or the field of a body: its name, its type in JSON Schema, what it is.
pub(super) type Field = (&'static str, &'static str, &'static str);

impl Route {
    pub(super) fn get<T: 'static, H: Handler<T, Control>>(path: &'static str, handler: H) -> Self {
        Self::of("GET", MethodFilter::GET, path, handler)
    }

    pub(super) fn post<T: 'static, H: Handler<T, Control>>(path: &'static str, handler: H) -> Self {
        Self::of("POST", MethodFilter::POST, path, handler)
    }

    pub(super) fn put<T: 'static, H: Handler<T, Control>>(path: &'static str, handler: H) -> Self {
        Self::of("PUT", MethodFilter::PUT, path, handler)
    }

    pub(super) fn patch<T: 'static, H: Handler<T, Control>>(path: &'static str, handler: H) -> Self {
        Self::of("PATCH", MethodFilter::PATCH, path, handler)
    }

    pub(super) fn delete<T: 'static, H: Handler<T, Control>>(path: &'static str, handler: H) -> Self {
        Self::of("DELETE", MethodFilter::DELETE, path, handler)
    }

    /// Says what it does and what it answers.
    pub(super) fn says(self, summary: &'static str, answer: &'static str) -> Self {
        Self { summary, answer, ..self }
    }

    /// Names the fields of its body.
    pub(super) fn takes(self, fields: &'static [Field]) -> Self {
        Self { body: Some(fields), ..self }
    }

    /// Names the parameters of its query string.
    pub(super) fn filters(self, parameters: &'static [Field]) -> Self {
        Self { query: parameters, ..self }
    }

    /// Says that it makes something.
    pub(super) fn makes(self) -> Self {
        Self { makes: true, ..self }
    }

    fn of<T: 'static, H: Handler<T, Control>>(
        method: &'static str,
        filter: MethodFilter,
        path: &'static str,
        handler: H,
    ) -> Self {
        let service = on(filter, handler);
        Self { method, path, summary: "", query: &[], body: None, answer: "", makes: false, service }
    }
}
