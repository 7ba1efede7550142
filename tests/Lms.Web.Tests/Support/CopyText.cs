using System.IO.Compression;
using System.Net;
using System.Text;
using UglyToad.PdfPig;

namespace Lms.Web.Tests.Support;

/// <summary>All that a copy of a table says, whatever it was written as.</summary>
public static class CopyText
{
    public static async Task<string> OfAsync(HttpResponseMessage answer, string format)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        switch (format)
        {
            case "csv":
                Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
                return Encoding.UTF8.GetString(bytes);
            case "xlsx":
                using (var zip = new ZipArchive(new MemoryStream(bytes)))
                {
                    return string.Concat(
                        zip.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd())
                    );
                }

            default:
                using (var pdf = PdfDocument.Open(bytes))
                {
                    return string.Concat(pdf.GetPages().Select(page => page.Text));
                }
        }
    }
}
