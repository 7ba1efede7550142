namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>An invitation on paper, shown once to whoever made it.</summary>
/// <param name="Until">The last day it holds.</param>
public sealed record InvitationSheet(string Name, string Login, Uri Address, DateOnly Until);
