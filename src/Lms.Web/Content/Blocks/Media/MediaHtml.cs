using System.Globalization;
using Lms.Web.Content.Assets;
using Lms.Web.Content.Markup;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Blocks.Media;

/// <summary>Writes a picture, a player, or the words of what was refused.</summary>
internal static class MediaHtml
{
    public static void Write(HtmlRenderer renderer, LinkInline picture, MarkupSetting setting)
    {
        var alt = PlainText.Of(picture);
        switch (ShownMedia.Of(picture))
        {
            case { Asset.Form.Kind: AssetKind.Picture } shown:
                WritePicture(renderer, shown.Asset, alt, picture.Title);
                break;
            case { Asset.Form.Kind: AssetKind.Audio } shown:
                WritePlayer(renderer, "audio", shown, alt, setting);
                break;
            case { Asset.Form.Kind: AssetKind.Video } shown:
                WritePlayer(renderer, "video", shown, alt, setting);
                break;
            default:
                renderer.WriteEscape(alt);
                break;
        }
    }

    private static void WritePicture(HtmlRenderer renderer, Asset asset, string alt, string? title)
    {
        renderer.Write("<img src=\"").WriteEscapeUrl(asset.Address).Write('"');
        WriteAttribute(renderer, "alt", alt);
        if (asset.Size is { } size)
        {
            WriteAttribute(renderer, "width", Number(size.Width));
            WriteAttribute(renderer, "height", Number(size.Height));
        }

        if (!string.IsNullOrEmpty(title))
        {
            WriteAttribute(renderer, "title", title);
        }

        renderer.Write(" loading=\"lazy\">");
    }

    private static void WritePlayer(
        HtmlRenderer renderer,
        string tag,
        ShownMedia shown,
        string name,
        MarkupSetting setting
    )
    {
        renderer.Write("<span class=\"player\"><span class=\"player-name\">").WriteEscape(name);
        renderer.Write($"</span><{tag} controls preload=\"none\" src=\"");
        renderer.WriteEscapeUrl(shown.Asset.Address).Write('"');
        WriteAttribute(renderer, "aria-label", name);
        renderer.Write(">");
        foreach (var (language, track) in shown.Captions)
        {
            var label = language == "en" ? "English" : "Українська";
            renderer.Write("<track kind=\"captions\" src=\"").WriteEscapeUrl(track.Address);
            renderer.Write($"\" srclang=\"{language}\" label=\"{label}\"");
            renderer.Write(language == setting.Language ? " default>" : ">");
        }

        renderer.Write($"</{tag}>");
        if (shown.Transcript is { } transcript)
        {
            renderer.Write("<a class=\"transcript\" href=\"").WriteEscapeUrl(transcript.Address);
            renderer.Write("\">").Write(setting.IsEnglish ? "Transcript" : "Текст запису");
            renderer.Write("</a>");
        }

        renderer.Write("</span>");
    }

    private static void WriteAttribute(HtmlRenderer renderer, string name, string value) =>
        renderer.Write(' ').Write(name).Write("=\"").WriteEscape(value).Write('"');

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
