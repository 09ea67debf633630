using FundTracker.Web.Api;

namespace FundTracker.Web.Composition;

/// <summary>Headers that keep browsers to this site's own scripts, styles, frames and requests.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaderPolicies(this WebApplication app)
    {
        var pages = Policies(inlineScripts: false);
        var apiPage = Policies(inlineScripts: true);
        app.UseWhen(IsApiPage, branch => branch.UseSecurityHeaders(apiPage));
        app.UseWhen(context => !IsApiPage(context), branch => branch.UseSecurityHeaders(pages));
    }

    private static bool IsApiPage(HttpContext context) => context.Request.Path.StartsWithSegments(ApiRoutes.Page, StringComparison.OrdinalIgnoreCase);

    /// <remarks>
    /// Styles may stand inline because the component library writes its theme and its measures so; the page of the API description
    /// starts itself by a script inline. Nothing is loaded from another host in either.
    /// </remarks>
    private static HeaderPolicyCollection Policies(bool inlineScripts) => new HeaderPolicyCollection()
        .AddDefaultSecurityHeaders()
        .AddPermissionsPolicyWithDefaultSecureDirectives()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().Self();
            policy.AddBaseUri().Self();
            policy.AddObjectSrc().None();
            policy.AddFrameAncestors().None();
            policy.AddFormAction().Self();
            policy.AddImgSrc().Self().Data().Blob();
            policy.AddFontSrc().Self().Data();
            policy.AddConnectSrc().Self();
            policy.AddStyleSrc().Self().UnsafeInline();
            var scripts = policy.AddScriptSrc().Self();
            if (inlineScripts) scripts.UnsafeInline();
        });
}
