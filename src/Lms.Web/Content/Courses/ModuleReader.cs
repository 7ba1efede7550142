using Lms.Domain.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>module.md, which a module may come without.</summary>
internal static class ModuleReader
{
    public static ModuleOutline Read(CourseFolder folder, ModuleFolder module)
    {
        var unnamed = new ModuleOutline(module.Slug, module.Slug, "");
        var path = $"{module.Path}/{CourseFolder.ModuleFile}";
        if (
            !folder.Has(path)
            || folder.Open(path) is not { } source
            || FrontMatter.Read(source) is not { } front
        )
        {
            return unnamed;
        }

        var (title, summary) = (front.Fields.RequiredText("title"), front.Fields.Text("summary"));
        front.Fields.RefuseTheRest();
        var body = source.Text[front.BodyStart..];
        if (!string.IsNullOrWhiteSpace(body))
        {
            var blank = body.Length - body.TrimStart().Length;
            source.Report(FileTexts.NotOpenYet, front.BodyStart + blank, "module.md: …");
        }

        return title.Length == 0 ? unnamed : new(module.Slug, title, summary);
    }
}
