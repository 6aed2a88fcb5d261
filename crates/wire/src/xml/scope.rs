//! Which namespaces are declared where.

use std::borrow::Cow;

use super::tree::small;

/// The declarations of a document, each with those around it.
pub(super) struct Namespaces<'input>(Vec<Declaration<'input>>);

/// What is declared at some point: the innermost declaration there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Scope(Declared);

/// One of the declarations.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Declared(u32);

/// A prefix and what it stands for.
pub(super) struct Declaration<'input> {
    /// Empty for the default namespace.
    pub(super) prefix: &'input str,
    /// The namespace name. Empty if there is no default namespace (any more).
    pub(super) name: Cow<'input, str>,
    /// Where it stands.
    outer: Option<Scope>,
}

impl Scope {
    /// Outside of the root element: `xml` alone is declared.
    pub(super) const OUTERMOST: Scope = Scope(Declared(0));
}

impl<'input> Namespaces<'input> {
    pub(super) fn new() -> Self {
        let mut declarations = Vec::with_capacity(USUAL);
        declarations.push(Declaration { prefix: "xml", name: Cow::Borrowed(XML), outer: None });
        Namespaces(declarations)
    }

    /// How many declarations the document has.
    pub(super) fn count(&self) -> usize {
        self.0.len() - 1
    }

    /// Adds a declaration inside of others.
    pub(super) fn declare(&mut self, prefix: &'input str, name: Cow<'input, str>, outer: Scope) -> Scope {
        let declared = Declared(small(self.0.len()));
        self.0.push(Declaration { prefix, name, outer: Some(outer) });
        Scope(declared)
    }

    /// The namespace name that is declared there.
    pub(super) fn name(&self, declared: Declared) -> &str {
        &self.get(declared).name
    }

    /// Where a prefix is declared: the innermost place. The empty one is that of the default namespace.
    pub(super) fn find(&self, scope: Scope, prefix: &str) -> Option<Declared> {
        self.outwards(scope).find(|declared| self.get(*declared).prefix == prefix)
    }

    /// Whether a prefix is declared between two scopes, that is on one element.
    pub(super) fn declares(&self, inner: Scope, outer: Scope, prefix: &str) -> bool {
        let mut own = self.outwards(inner).take_while(|declared| *declared != outer.0);
        own.any(|declared| self.get(declared).prefix == prefix)
    }

    /// The declarations of the document that hold in a scope, the outermost first.
    pub(super) fn in_scope(&self, scope: Scope) -> Vec<&Declaration<'input>> {
        let mut held: Vec<&Declaration<'input>> = Vec::new();
        for declared in self.outwards(scope).filter(|declared| *declared != Scope::OUTERMOST.0) {
            let declaration = self.get(declared);
            if !held.iter().any(|inner| inner.prefix == declaration.prefix) {
                held.push(declaration);
            }
        }
        held.reverse();
        held
    }

    fn outwards(&self, scope: Scope) -> impl Iterator<Item = Declared> + use<'_, 'input> {
        std::iter::successors(Some(scope.0), |declared| self.get(*declared).outer.map(|outer| outer.0))
    }

    fn get(&self, declared: Declared) -> &Declaration<'input> {
        &self.0[declared.0 as usize]
    }
}

/// What the prefix `xml` stands for, and nothing else may.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// What `xmlns` stands for; it is never declared.
pub(super) const XMLNS: &str = "http://www.w3.org/2000/xmlns/";
/// Declarations of nearly every document.
const USUAL: usize = 8;
