using Lms.Domain.Courses;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Decks;

/// <summary>The slides of a live session.</summary>
internal static class DeckReader
{
    /// <summary>Null, with findings, when the file cannot be read.</summary>
    public static ParsedActivity? Read(SourceFile source, ActivityFile file, MarkupSetting setting)
    {
        if (FrontMatter.Read(source) is not { } front)
        {
            return null;
        }

        var deck = new ParsedDeck(
            file,
            ParsedActivity.TitleOf(front.Fields, file),
            ParsedActivity.MinutesOf(front.Fields),
            source,
            front.BodyStart,
            setting
        );
        front.Fields.RefuseTheRest();
        return deck;
    }
}

internal sealed record ParsedDeck(
    ActivityFile File,
    string Title,
    int Minutes,
    SourceFile Source,
    int BodyStart,
    MarkupSetting Setting
) : ParsedActivity(File, Title, Minutes)
{
    /// <summary>Nothing links into a deck.</summary>
    public override IReadOnlySet<string> Anchors => new HashSet<string>();

    public override ParsedActivity Translate(
        Translation translation,
        ActivityFile file,
        MarkupSetting setting
    )
    {
        var deck = this with
        {
            File = file,
            Title = TitleOf(translation.Fields, file),
            Source = translation.File,
            BodyStart = translation.Front.BodyStart,
            Setting = setting,
        };
        translation.Fields.RefuseTheRest();
        return deck;
    }

    public override ActivityDraft Finish(LinkTargets targets)
    {
        var slides = new SlideReader(Source, Setting, File.Path, targets).Read(BodyStart);
        return new(
            File.Slug,
            File.Kind,
            File.Module,
            Minutes,
            CountsForCompletion: true,
            new(Title) { Deck = new(slides) }
        );
    }
}
