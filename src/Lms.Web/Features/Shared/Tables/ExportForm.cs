namespace Lms.Web.Features.Shared.Tables;

/// <param name="Action">The handler, with the choice of the page in its query.</param>
/// <param name="Refused">Why the last wish was not met; null when it was.</param>
/// <param name="Summary">Words of the disclosure; the usual ones when null.</param>
public sealed record ExportForm(
    string Action,
    bool NamesPeople,
    string? Refused,
    string? Summary = null
)
{
    public static string? Words(ExportAnswer answer, Texts texts) =>
        answer switch
        {
            ExportAnswer.NeedsReason => texts["shared.export.needs-reason"],
            ExportAnswer.TooLong => texts.Fill("shared.export.too-long", PdfTable.MostRows),
            _ => null,
        };
}
