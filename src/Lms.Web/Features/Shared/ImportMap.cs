using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Shared;

/// <summary>The names under which our scripts import the packages from npm.</summary>
public static class ImportMap
{
    private const string Json = """
        {"imports":{
        "@microsoft/signalr":"/lib/@microsoft/signalr/signalr.min.js",
        "@microsoft/signalr-protocol-msgpack":"/lib/@microsoft/signalr-protocol-msgpack/signalr-protocol-msgpack.min.js",
        "idb-keyval":"/lib/idb-keyval/index.js",
        "opus-decoder":"/lib/opus-decoder/opus-decoder.min.js",
        "lms/":"/js/"}}
        """;

    public static string Hash { get; } =
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Json)));

    public static IHtmlContent Element { get; } =
        new HtmlString($"<script type=\"importmap\">{Json}</script>");
}
