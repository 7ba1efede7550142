using Microsoft.AspNetCore.Authorization;

namespace Lms.Web.Access;

/// <summary>A page for holders of a role; the role is read with the viewer, not from the cookie.</summary>
public sealed record RoleRequirement(AccessRole Role) : IAuthorizationRequirement;

internal sealed class RoleCheck(IHttpContextAccessor http) : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context,
        RoleRequirement requirement
    )
    {
        var viewer = http.HttpContext?.RequestServices.GetRequiredService<CurrentViewer>().Viewer;
        if (viewer?.Has(requirement.Role) == true)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
