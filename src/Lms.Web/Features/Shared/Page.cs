using Lms.Web.Content.Pack;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Lms.Web.Features.Shared;

/// <summary>What a page tells the layout about itself.</summary>
public sealed class Page(ViewDataDictionary view)
{
    /// <summary>In the words of the reader; the layout adds the site's neutral name.</summary>
    public string Title
    {
        get => view["Title"] as string ?? "";
        set => view["Title"] = value;
    }

    /// <summary>Class of the main column: reading, narrow, quiz, or none.</summary>
    public string Width
    {
        get => view["Width"] as string ?? "";
        set => view["Width"] = value;
    }

    /// <summary>The way back shown above the page: its address and words.</summary>
    public (string Address, string Words)? Back
    {
        get => view["Back"] as (string, string)?;
        set => view["Back"] = value;
    }

    /// <summary>Public pages that have the quick exit.</summary>
    public bool HasQuickExit
    {
        get => view["QuickExit"] is true;
        set => view["QuickExit"] = value;
    }

    /// <summary>Pages for learners who may have to look away at once; in the same corner.</summary>
    public bool HasStepAway
    {
        get => view["StepAway"] is true;
        set => view["StepAway"] = value;
    }

    /// <summary>Address of a style sheet beside the one of every page.</summary>
    public string? Style
    {
        get => view["Style"] as string;
        set => view["Style"] = value;
    }

    /// <summary>Without the ways to other pages: what goes on here wants the whole screen.</summary>
    public bool IsAlone => Width is "reading quiz" or "room";

    /// <summary>Address of the page's script module.</summary>
    public string? Script
    {
        get => view["Script"] as string;
        set => view["Script"] = value;
    }
}

/// <summary>The name over every page and in every title: the setting's, else the pack's neutral one.</summary>
public sealed class SiteName(LmsSettings settings, OrganisationPack pack)
{
    public string In(Texts texts) => settings.Site.Name ?? pack.SiteName.In(texts.Language);
}
