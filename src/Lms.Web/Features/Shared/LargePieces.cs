using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace Lms.Web.Features.Shared;

/// <summary>
/// A page is handed on in few large pieces: each wakes a thread that sends it. Twice as large as by
/// default, and no larger: a slow link holds one.
/// </summary>
internal sealed class LargePieces : IHttpResponseStreamWriterFactory
{
    private const int Letters = 32 * 1024;

    public TextWriter CreateWriter(Stream stream, Encoding encoding) =>
        new HttpResponseStreamWriter(
            stream,
            encoding,
            Letters,
            ArrayPool<byte>.Shared,
            ArrayPool<char>.Shared
        );
}
