using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lms.Web.Features.Shared;

/// <summary><c>&lt;icon name="check" /&gt;</c>: a picture of the sprite beside words, silent to readers.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"/icons.svg#{Name}\"></use>");
    }
}
