using Lms.Web.Content.Assets;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Blocks.Media;

/// <summary>What <c>![…](…)</c> shows: a picture, or a player with its captions and its text.</summary>
internal sealed record ShownMedia(
    Asset Asset,
    IReadOnlyList<(string Language, Asset Track)> Captions,
    Asset? Transcript
)
{
    private const string TranscriptKey = "transcript";

    /// <summary>Null when the picture was refused: its words are shown instead.</summary>
    public static ShownMedia? Of(LinkInline picture) =>
        picture.GetData(typeof(ShownMedia)) as ShownMedia;

    /// <summary>Finds the file of a picture and settles how it is shown.</summary>
    public static void Follow(MarkupText text, LinkInline picture, string file, LinkTargets targets)
    {
        var at = picture.Span.Start;
        if (PlainText.Of(picture).Length == 0)
        {
            text.Report(MediaTexts.MissingAlt, at);
        }

        if (Address.Read(picture.Url ?? "") is not Address.InCourse { Anchor: "" } inside)
        {
            text.Report(MarkupTexts.ForeignMedia, at, picture.Url ?? "");
        }
        else if (Find(text, at, inside.Path, file, targets) is not { } asset) { }
        else if (asset.Form.Kind is AssetKind.Picture)
        {
            LinkAttributes.Refuse(text, picture);
            picture.SetData(typeof(ShownMedia), new ShownMedia(asset, [], null));
        }
        else if (asset.Form.Kind is not (AssetKind.Audio or AssetKind.Video))
        {
            text.Report(MediaTexts.NotShown, at, asset.FileName);
        }
        else if (IsInLink(picture))
        {
            text.Report(MediaTexts.PlayerInLink, at);
        }
        else
        {
            var shown = Player(text, picture, asset, file, targets);
            picture.SetData(typeof(ShownMedia), shown);
        }
    }

    private static ShownMedia Player(
        MarkupText text,
        LinkInline picture,
        Asset asset,
        string file,
        LinkTargets targets
    )
    {
        var captions = targets.Assets.UseCaptionsOf(asset);
        var transcript = TranscriptOf(text, picture, file, targets);
        if (asset.Form.Kind == AssetKind.Video && captions.Count == 0)
        {
            var name = Path.ChangeExtension(asset.FileName, $"{text.Setting.Language}.vtt");
            text.Report(MediaTexts.WithoutCaptions, picture.Span.Start, name);
        }

        if (asset.Form.Kind == AssetKind.Audio && transcript is null)
        {
            text.Report(MediaTexts.WithoutTranscript, picture.Span.Start);
        }

        return new(asset, captions, transcript);
    }

    private static Asset? TranscriptOf(
        MarkupText text,
        LinkInline picture,
        string file,
        LinkTargets targets
    )
    {
        LinkAttributes.Refuse(text, picture, TranscriptKey);
        var written = LinkAttributes
            .Of(picture)
            ?.All.FirstOrDefault(one => one.Key == TranscriptKey);
        if (written is null)
        {
            return null;
        }

        var asset = Find(text, written.Offset, written.Value, file, targets);
        if (asset?.Form.Kind is null or AssetKind.Transcript or AssetKind.Document)
        {
            return asset;
        }

        text.Report(MediaTexts.NotTranscript, written.Offset, asset.FileName);
        return null;
    }

    private static Asset? Find(
        MarkupText text,
        int at,
        string path,
        string file,
        LinkTargets targets
    )
    {
        if (targets.UseAsset(file, path) is { } asset)
        {
            return asset;
        }

        text.Report(AssetTexts.Missing, at, targets.NearestAsset(file, path), [path]);
        return null;
    }

    private static bool IsInLink(LinkInline picture)
    {
        for (var parent = picture.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline)
            {
                return true;
            }
        }

        return false;
    }
}
