//! The frontend's files, from the binary or from a folder. They are read once, at the start, so that no address ever names a
//! file of the machine. Pages are the frontend's: every address that is not a file answers with `index.html`. GraphiQL is a
//! page apart, in the folder `graphiql`, kept only where introspection is on.

use std::{collections::HashMap, path::Path};

use axum::{
    body::Bytes,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{Server, documents::Documents};
use crate::platform::error::{Error, Result};

#[cfg(feature = "embed")]
#[derive(rust_embed::RustEmbed)]
#[folder = "frontend/dist"]
#[allow_missing = true]
struct Built;

#[cfg(feature = "embed")]
#[derive(rust_embed::RustEmbed)]
#[folder = "frontend/dist-documents"]
#[allow_missing = true]
struct BuiltDocuments;

/// The files by their address, without the first slash.
#[derive(Debug, Default)]
pub struct Frontend {
    files: HashMap<String, Bytes>,
}

impl Frontend {
    /// Reads a folder, or what the binary holds.
    pub fn load(folder: Option<&Path>) -> Result<Self> {
        let mut files = HashMap::new();
        match folder {
            Some(folder) => read_folder(folder, "", &mut files)
                .map_err(|_| Error::BadInput("RIDGEWAY_FRONTEND is a folder that can be read".into()))?,
            None => built(&mut files),
        }
        Ok(Self { files })
    }

    /// Without GraphiQL, where introspection is off.
    #[must_use]
    pub fn with_graphiql(mut self, introspection: bool) -> Self {
        self.files.retain(|name, _| introspection || !name.starts_with("graphiql/"));
        self
    }

    /// How many files there are.
    #[must_use]
    pub fn files(&self) -> usize {
        self.files.len()
    }
}

#[cfg(feature = "embed")]
fn built(files: &mut HashMap<String, Bytes>) {
    for name in Built::iter() {
        if let Some(file) = Built::get(&name) {
            let bytes = match file.data {
                std::borrow::Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                std::borrow::Cow::Owned(bytes) => Bytes::from(bytes),
            };
            files.insert(name.into_owned(), bytes);
        }
    }
}

#[cfg(not(feature = "embed"))]
fn built(_: &mut HashMap<String, Bytes>) {}

/// The documents that the frontend sends by their hash.
pub fn documents(folder: Option<&Path>) -> Result<Documents> {
    if let Some(folder) = folder {
        return Documents::beside(folder);
    }
    #[cfg(feature = "embed")]
    if let Some(file) = BuiltDocuments::get("trusted.json") {
        return Documents::from_json(&file.data);
    }
    Ok(Documents::default())
}

fn read_folder(folder: &Path, prefix: &str, files: &mut HashMap<String, Bytes>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read_folder(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, std::fs::read(entry.path())?.into());
        }
    }
    Ok(())
}

/// Serves a file, or the page.
pub async fn serve(State(server): State<Server>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let path = request.uri().path().trim_start_matches('/');
    let files = &server.0.frontend.files;
    if let Some(bytes) = files.get(path) {
        return file(path, bytes);
    }
    if path == "graphiql" || path.starts_with("graphiql/") {
        return graphiql(files.get("graphiql/index.html").filter(|_| path == "graphiql"));
    }
    match files.get("index.html") {
        Some(page) if wants_page(request.headers()) => file("index.html", page),
        None if wants_page(request.headers()) => {
            (StatusCode::NOT_FOUND, "This binary was built without its pages; the API is at /graphql.\n")
                .into_response()
        }
        _ => (StatusCode::NOT_FOUND, "not found\n").into_response(),
    }
}

fn graphiql(page: Option<&Bytes>) -> Response {
    page.map_or_else(
        || {
            (StatusCode::NOT_FOUND, "GraphiQL is in a demonstration alone; the API is at /graphql.\n")
                .into_response()
        },
        |page| file("graphiql/index.html", page),
    )
}

fn wants_page(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"))
}

fn file(name: &str, bytes: &Bytes) -> Response {
    let mut response = ([(header::CONTENT_TYPE, media_type(name))], bytes.clone()).into_response();
    if name.starts_with("assets/") || name.starts_with("graphiql/assets/") {
        // Their names hold a hash of what is in them.
        let always = HeaderValue::from_static("public, max-age=31536000, immutable");
        response.headers_mut().insert(header::CACHE_CONTROL, always);
    }
    response
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_with_the_folders_in_it() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("assets")).unwrap();
        std::fs::write(folder.path().join("index.html"), "page").unwrap();
        std::fs::write(folder.path().join("assets/a-1.js"), "code").unwrap();
        let frontend = Frontend::load(Some(folder.path())).unwrap();
        assert_eq!(frontend.files(), 2);
        assert_eq!(frontend.files["assets/a-1.js"].as_ref(), b"code");
        let cached = file("assets/a-1.js", &frontend.files["assets/a-1.js"]);
        assert!(cached.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        assert!(
            !file("index.html", &frontend.files["index.html"]).headers().contains_key(header::CACHE_CONTROL)
        );
        assert!(Frontend::load(Some(&folder.path().join("none"))).is_err());
    }

    #[test]
    fn graphiql_is_there_only_where_introspection_is_on() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("graphiql")).unwrap();
        std::fs::write(folder.path().join("index.html"), "page").unwrap();
        std::fs::write(folder.path().join("graphiql/index.html"), "GraphiQL").unwrap();
        let files = |introspection| {
            let frontend = Frontend::load(Some(folder.path())).unwrap().with_graphiql(introspection);
            frontend.files()
        };
        assert_eq!((files(true), files(false)), (2, 1));
    }
}
