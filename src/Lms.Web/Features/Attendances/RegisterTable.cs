using System.Globalization;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Features.Shared.Tables;

namespace Lms.Web.Features.Attendances;

/// <summary>The register as a table: on the page, and as a file; on paper with a place to sign.</summary>
public sealed class RegisterTable(SessionLog log, OrganisationPack pack, Texts texts)
{
    public ReportTable Of(IReadOnlyList<string> trainers, bool isSigned) =>
        new()
        {
            Name = "attendance",
            Title = texts.Fill("attendance.register.of", log.Session.Title),
            NamesPeople = true,
            Exported = AuditAction.RegisterExported,
            Columns =
            [
                Column("name"),
                Column("minutes", ColumnKind.Whole),
                Column("percent", ColumnKind.Whole),
                Column("made", ColumnKind.Whole),
                Column("gaps"),
                Column("background", ColumnKind.Whole),
                Column("checks"),
                Column("verdict"),
                .. isSigned ? new[] { Column("signature") } : [],
            ],
            Notes = Notes(trainers),
        };

    public ReportCell[] Row(RegisterRow row, bool isSigned)
    {
        var line = row.Line;
        return
        [
            new(row.Name?.Full ?? texts["attendance.erased"])
            {
                Address = $"?person={line.Person.Value}#decide",
            },
            line.Minutes,
            line.Percent,
            line.MadeUpMinutes,
            Gaps(line),
            line.BackgroundMinutes,
            line.ChecksAsked == 0
                ? texts["attendance.checks.none"]
                : texts.Fill("attendance.checks.of", line.ChecksAnswered, line.ChecksAsked),
            Verdict(line),
            .. isSigned ? new ReportCell[] { "" } : [],
        ];
    }

    /// <summary>«10:12–10:20, 10:45–10:47», by the clock of the place.</summary>
    public string Gaps(AttendanceLine line)
    {
        var told = line.Gaps.Where(gap => gap.Length >= 1_000).ToList();
        return told.Count == 0
            ? texts["attendance.gaps.none"]
            : string.Join(", ", told.Select(gap => $"{Hour(gap.From)}–{Hour(gap.Until)}"));
    }

    private ReportCell Verdict(AttendanceLine line)
    {
        var words = AttendanceWords.Verdict(texts, line, log.IsOver);
        return new(line.Decision is null ? words : texts.Fill("attendance.verdict.decided", words))
        {
            State =
                !log.IsOver ? ("quiet", "clock")
                : line.IsAttended ? ("good", "check")
                : ("warm", "warning"),
        };
    }

    private string[] Notes(IReadOnlyList<string> trainers) =>
        [
            texts.Fill(
                "attendance.note.when",
                texts.Day(pack.DayOf(log.At(0))),
                Hour(0),
                Hour(log.Until)
            ),
            texts.Fill("attendance.note.trainers", string.Join(", ", trainers)),
            texts.Fill(
                "attendance.note.rule",
                log.Session.Rule.Percent,
                AttendanceLine.MinutesOf(Spans.Length(log.Live))
            ),
        ];

    private string Hour(long moment) =>
        TimeZoneInfo
            .ConvertTime(log.At(moment), pack.TimeZone)
            .ToString("HH:mm", CultureInfo.InvariantCulture);

    private ReportColumn Column(string key, ColumnKind kind = ColumnKind.Text) =>
        new(key, texts[$"attendance.column.{key}"], kind) { IsSortable = false };
}
