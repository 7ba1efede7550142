using System.Text;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Verify;

/// <param name="Typed">Stays in the field.</param>
/// <param name="Fault">Key of the text that says what is wrong; null while nothing is.</param>
public sealed record ListForm(string Typed, string? Fault);

/// <summary>Checks up to 200 numbers with their codes at once: for whoever hires or audits.</summary>
[AllowAnonymous]
[Paced(Pace.VerifyList)]
[RequestSizeLimit(LargestRequest)]
public sealed class ListModel(
    LmsDatabase database,
    PublishedCourses courses,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    private const int Largest = 64 * 1024;

    // The text and the file, each percent-encoded or not, and the fields beside them.
    private const int LargestRequest = 8 * Largest;

    public ListForm Form { get; private set; } = new("", null);

    internal IReadOnlyList<ListAnswer> Answers { get; private set; } = [];

    internal ListWords Words => new(HttpContext.Texts(), pack, pack.DayOf(time.Now()));

    /// <summary>The moment of the answer, in the organisation's time.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(time.Now(), pack.TimeZone);

    public async Task<IActionResult> OnPostAsync(string? list, IFormFile? file, string? format)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        var text = file is { Length: > 0 } ? await ReadAsync(file) : list ?? "";
        if (text is null || text.Length > Largest)
        {
            return Refuse("", "verify.list.large");
        }

        var lines = ListLine.Read(text);
        if (lines.Count is 0 or > ListLine.Most)
        {
            return Refuse(text, lines.Count == 0 ? "verify.list.empty" : "verify.list.too-many");
        }

        Form = new(text, null);
        Answers = await CheckList.RunAsync(database, courses, lines);
        return format == "csv" ? Csv() : Page();
    }

    private FileContentResult Csv()
    {
        var words = Words;
        var rows = Answers.Select(answer =>
            (IReadOnlyList<string>)[answer.Number, words.State(answer), .. words.Cells(answer)]
        );
        Response.Headers.CacheControl = "no-store";
        return File(
            ListCsv.Write([.. ListWords.Columns.Select(words.Column)], rows),
            "text/csv; charset=utf-8",
            "certificate-list.csv"
        );
    }

    private PageResult Refuse(string typed, string fault)
    {
        Form = new(typed, fault);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // Null when it is too large, or no text in UTF-8.
    private static async Task<string?> ReadAsync(IFormFile file)
    {
        if (file.Length > Largest)
        {
            return null;
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
