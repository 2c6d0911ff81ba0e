"""
What Gamma lets a caller choose from.

A choice with a name of its own is told of as `must be one of: ...`, one without as `must be one
of the following values: ...`; Gamma's own document names some and not others.
"""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

TextMode = TypeAliasType("TextMode", Literal["generate", "condense", "preserve"])
DocFormat = TypeAliasType("DocFormat", Literal["presentation", "document", "social", "webpage"])
CardSplit = TypeAliasType("CardSplit", Literal["inputTextBreaks", "auto"])
TextAmount = TypeAliasType("TextAmount", Literal["brief", "medium", "detailed", "extensive"])
ImageSource = TypeAliasType(
    "ImageSource",
    Literal[
        "webAllImages",
        "webFreeToUse",
        "webFreeToUseCommercially",
        "aiGenerated",
        "pictographic",
        "giphy",
        "pexels",
        "placeholder",
        "noImages",
        "themeAccent",
    ],
)
CardDimensions = TypeAliasType(
    "CardDimensions",
    Literal["fluid", "16x9", "4x3", "pageless", "letter", "a4", "1x1", "4x5", "9x16"],
)
HeaderFooterElementType = TypeAliasType(
    "HeaderFooterElementType", Literal["cardNumber", "image", "text"]
)
WorkspacePermission = TypeAliasType(
    "WorkspacePermission", Literal["edit", "comment", "view", "noAccess", "fullAccess"]
)
ExternalPermission = TypeAliasType(
    "ExternalPermission", Literal["edit", "comment", "view", "noAccess"]
)
EmailPermission = TypeAliasType("EmailPermission", Literal["edit", "comment", "view", "fullAccess"])
ExportFormat = TypeAliasType("ExportFormat", Literal["pptx", "pdf", "png"])
# fmt: off
AILocale = TypeAliasType("AILocale", Literal[
    "en", "en-gb", "en-in", "es", "es-es", "es-mx", "es-419", "ca", "fr", "zh-cn", "zh-tw",
    "ko", "ja", "ja-da", "pt-br", "pt-pt", "de", "it", "ru", "pl", "uk", "ro", "hu", "cs", "el",
    "tr", "ar", "ar-sa", "he", "fa", "nl", "sv", "da", "nb", "fi", "id", "vi", "hi", "gu", "mr",
    "te", "bn", "ta", "ur", "kn", "ml", "th", "sr", "hr", "sq", "bg", "sl", "bs", "mk", "sw",
    "ha", "yo", "tl", "ms", "kk", "uz", "af", "lv", "lt", "et", "is", "cy",
])
"""`es-419` is Latin America, `ja-da` plain Japanese, `nb` Norwegian, `tl` Tagalog."""
ImageModel = Literal[
    "dall-e-3", "imagen-3-flash", "imagen-3-pro", "imagen-4-fast", "imagen-4-pro",
    "imagen-4-ultra", "playground-3", "ideogram-v2", "ideogram-v2-turbo", "ideogram-v2a",
    "ideogram-v2a-turbo", "ideogram-v3", "ideogram-v3-turbo", "ideogram-v3-quality",
    "ideogram-v3-flash", "flux-1-schnell", "flux-1-pro", "flux-1-quick", "flux-1-ultra",
    "flux-kontext-pro", "flux-kontext-max", "flux-kontext-fast", "leonardo-phoenix",
    "recraft-v3", "recraft-v3-svg", "recraft-v4", "recraft-v4-svg", "recraft-v4-pro",
    "luma-photon-1", "luma-photon-flash-1", "gpt-image-1-low", "gpt-image-1-medium",
    "gpt-image-1-high", "gpt-image-1-mini-low", "gpt-image-1-mini-medium",
    "gpt-image-1-mini-high", "gemini-2.5-flash-image", "veo-3.1-fast", "veo-3.1",
    "luma-ray-2-flash", "luma-ray-2", "leonardo-motion-2-fast", "leonardo-motion-2",
    "gemini-3-pro-image", "gemini-3-pro-image-hd", "gemini-3.1-flash-image-mini",
    "gemini-3.1-flash-image", "gemini-3.1-flash-image-hd", "flux-2-pro", "flux-2-flex",
    "flux-2-max", "flux-2-klein", "gpt-image-2-mini", "gpt-image-2", "gpt-image-2-hd",
]
"""The last three are of the vendor's newer documents."""
# fmt: on
StylePreset = Literal["photorealistic", "illustration", "abstract", "3D", "lineArt", "custom"]
