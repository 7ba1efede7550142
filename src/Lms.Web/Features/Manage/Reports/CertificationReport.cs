using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Lms.Web.Features.Shared.Tables;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>Each person × each certification: states and dates, never answers.</summary>
public sealed class CertificationReport(CertificationReads reads, OrganisationPack pack)
    : LiveReport
{
    public override string Code => "certifications";

    public override IReadOnlyList<string> Filters => ["q", "within", "certification", "state"];

    public override ReportTable Table(ReportChoice choice, Texts texts) =>
        new()
        {
            Name = Code,
            Title = texts["manage.reports.certifications"],
            NamesPeople = true,
            Columns =
            [
                new("name", texts["manage.reports.name"]),
                new("community", texts["manage.reports.community"]),
                .. Shown(choice)
                    .SelectMany(one =>
                        new ReportColumn[]
                        {
                            new(one.Code, one.Rules.Name.In(texts.Language)),
                            new($"{one.Code}-until", texts["manage.reports.until"], ColumnKind.Day),
                        }
                    ),
            ],
            Notes = [texts.Fill("manage.reports.as-of", texts.Day(choice.Today))],
        };

    public override async Task<ReportRows> ReadAsync(ReportReader reader, CancellationToken cancel)
    {
        var (choice, shown) = (reader.Choice, Shown(reader.Choice));
        var all = PeopleRows.Of(reader, RowsAsync);
        // A state is computed: to find it, everyone is looked at.
        return choice.State is null
            ? all
            : ReportRows.Of(
                await all
                    .All.Where(row =>
                        row.Skip(2)
                            .Any(cell => cell.Order is int order && order == (int)choice.State)
                    )
                    .ToListAsync(cancel)
            );

        async Task<IReadOnlyList<ReportCell[]>> RowsAsync(IReadOnlyList<PersonLine> people)
        {
            List<PersonId> ids = [.. people.Select(one => one.Id)];
            var book = await reads.ReadAsync(reader.Db, ids, cancel: cancel);
            return
            [
                .. people.Select(one =>
                    (ReportCell[])
                        [
                            one.Name.Full,
                            reader.Texts.PlaceWords(pack, one.Community),
                            .. shown.SelectMany(certification =>
                                Cells(book, one.Id, certification, reader)
                            ),
                        ]
                ),
            ];
        }
    }

    private static IEnumerable<ReportCell> Cells(
        CertificationBook book,
        PersonId person,
        OfferedCertification certification,
        ReportReader reader
    )
    {
        var facts = book.Of(person, certification.Code);
        var today = reader.Choice.Today;
        var state = certification.Rules.On(facts, today);
        yield return reader.Texts.Cell(state);
        var held = CertificationStates.HeldDays(facts).Where(days => days.Has(today)).ToList();
        yield return held is [var days] && days.Until < DateOnly.MaxValue
            ? days.Until
            : new ReportCell("–") { Order = DateOnly.MaxValue };
    }

    private IReadOnlyList<OfferedCertification> Shown(ReportChoice choice) =>
        pack.Certification(choice.Certification) is { } one ? [one] : pack.Certifications;
}
