using System.Globalization;
using System.Text;
using Lms.Domain.Cases;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Quizzes;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Cases;

internal static class CaseReader
{
    /// <summary>Null, with findings, when the file cannot be read.</summary>
    public static ParsedActivity? Read(SourceFile source, ActivityFile file, MarkupSetting setting)
    {
        if (FrontMatter.Read(source) is not { } front)
        {
            return null;
        }

        var fields = front.Fields;
        var parsed = new ParsedCase(
            file,
            ParsedActivity.TitleOf(fields, file),
            ParsedActivity.MinutesOf(fields),
            fields.OptionalText("content-note"),
            MeterReader.Read(fields),
            source,
            front.BodyStart,
            setting
        );
        fields.RefuseTheRest();
        return parsed;
    }
}

internal sealed record ParsedCase(
    ActivityFile File,
    string Title,
    int Minutes,
    string? ContentNote,
    IReadOnlyList<Meter> Meters,
    SourceFile Source,
    int BodyStart,
    MarkupSetting Setting
) : ParsedActivity(File, Title, Minutes)
{
    private const int MostScenes = 100;

    // As for a quiz: its scenes one by one may be 16 kB.
    private const int MostBytes = 256 * 1024;

    /// <summary>Nothing links into a case.</summary>
    public override IReadOnlySet<string> Anchors => new HashSet<string>();

    public override ParsedActivity Translate(
        Translation translation,
        ActivityFile file,
        MarkupSetting setting
    )
    {
        var fields = translation.Fields;
        var parsed = this with
        {
            File = file,
            Title = TitleOf(fields, file),
            ContentNote = fields.OptionalText("content-note"),
            Meters = MeterReader.Read(fields),
            Source = translation.File,
            BodyStart = translation.Front.BodyStart,
            Setting = setting,
        };
        fields.RefuseTheRest();
        return parsed;
    }

    public override ActivityDraft Finish(LinkTargets targets)
    {
        var cuts = QuestionCuts.Of(Source.Text, BodyStart);
        CheckAround(cuts);
        if (Encoding.UTF8.GetByteCount(Source.Text) > MostBytes)
        {
            Source.Report(MarkupTexts.TextTooLong, BodyStart, Number(MostBytes / 1024));
            cuts = [];
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var scenes = new List<WrittenScene>();
        foreach (var (start, end) in cuts.Take(MostScenes))
        {
            var text = MarkupText.Of(Source, start, end, MarkupText.MostBytesOfQuestion, Setting);
            if (new SceneReader(text, Meters).Read(File.Path, targets, ids) is { } scene)
            {
                scenes.Add(scene);
            }
        }

        // Where a scene could not be read, the ways through it are not known.
        if (scenes.Count > 0 && scenes.Count == cuts.Count)
        {
            new CaseWays(scenes).Check();
        }

        var read = new Case(Meters, [.. scenes.Select(scene => scene.ToScene())])
        {
            ContentNote = ContentNote,
        };
        return new(
            File.Slug,
            File.Kind,
            File.Module,
            Minutes,
            CountsForCompletion: true,
            new(Title) { Case = read }
        );
    }

    private void CheckAround(IReadOnlyList<(int Start, int End)> cuts)
    {
        var before = Source.Text[BodyStart..(cuts.Count == 0 ? Source.Text.Length : cuts[0].Start)];
        if (!string.IsNullOrWhiteSpace(before))
        {
            var blank = before.Length - before.TrimStart().Length;
            Source.Report(CaseTexts.TextOutside, BodyStart + blank);
        }

        if (cuts.Count == 0)
        {
            Source.Report(CaseTexts.Empty, BodyStart);
        }

        if (cuts.Count > MostScenes)
        {
            Source.Report(CaseTexts.TooManyScenes, cuts[MostScenes].Start, Number(MostScenes));
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
