using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lms.Web.Features.Shared;

/// <summary><c>&lt;login name="…" /&gt;</c>: where it is too long for a phone, it breaks before the @.</summary>
[HtmlTargetElement("login", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LoginTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var at = Name.IndexOf('@', StringComparison.Ordinal);
        output.Content.Append(at < 0 ? Name : Name[..at]);
        if (at >= 0)
        {
            output.Content.AppendHtml("<wbr>");
            output.Content.Append(Name[at..]);
        }
    }
}
