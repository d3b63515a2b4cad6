/**
 * Reading YAML that people write: every value knows its file, line and column, and every error is collected before one
 * {@link dev.diorama.subsetter.yaml.ConfigurationException} tells of them all. A text comes in; a {@link
 * dev.diorama.subsetter.yaml.YamlDocument} whose mappings are asked for the keys that they may have goes out.
 */
@NullMarked
package dev.diorama.subsetter.yaml;

import org.jspecify.annotations.NullMarked;
